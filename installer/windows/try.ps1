# Tries a package on a real Windows that is nobody's workstation: silent install, upgrade, refused downgrade, uninstall.
#
#   powershell -ExecutionPolicy Bypass -File installer\windows\try.ps1 -Package NEW.msi [-Older OLD.msi]
#
# Needs an administrator. Ends with 1 at the first thing that is not as it must be; logs of msiexec lie beside it.
param([Parameter(Mandatory = $true)][string]$Package, [string]$Older = '')
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$settings = 'HKLM:\Software\HMS\Desktop'
$run = 'HKLM:\Software\Microsoft\Windows\CurrentVersion\Run'
$folder = Join-Path $env:ProgramFiles 'HMS Desktop'
$menu = Join-Path $env:ProgramData 'Microsoft\Windows\Start Menu\Programs\HMS'
$failedInstallation = 1603

function Assert-That([bool]$True, [string]$What) {
    if (-not $True) { throw "Not so: $What" }
    Write-Host "ok: $What"
}

function Invoke-Msiexec([string[]]$Arguments, [int]$Expected = 0) {
    $log = Join-Path (Get-Location) ('msiexec-' + [Guid]::NewGuid().ToString('N').Substring(0, 8) + '.log')
    $ended = Start-Process msiexec.exe -ArgumentList ($Arguments + @('/qn', '/norestart', '/l*v', "`"$log`"")) -Wait -PassThru
    Assert-That ($ended.ExitCode -eq $Expected) "msiexec $Arguments ends with $Expected ($($ended.ExitCode), $log)"
}

function Get-Setting([string]$Key, [string]$Name) {
    $values = Get-ItemProperty $Key -ErrorAction SilentlyContinue
    if ($values -and $values.PSObject.Properties[$Name]) { return [string]$values.$Name }
    return ''
}

function Test-Program([string]$Name) {
    $ended = Start-Process (Join-Path $folder $Name) -ArgumentList '--selftest' -Wait -PassThru
    Assert-That ($ended.ExitCode -eq 0) "$Name passes its self-test where it was installed"
}

$first = $Package
if ($Older) { $first = $Older }
Invoke-Msiexec @('/i', "`"$first`"", 'SERVERHOST=first.example', 'STARTWITHWINDOWS=1')
Assert-That ((Get-Setting $settings 'server_host') -eq 'first.example') 'the setting is written'
Assert-That ((Get-Setting $run 'HMS Desktop') -ne '') 'it starts with Windows'
Assert-That (@(Get-ChildItem $menu -Filter *.lnk).Count -eq 3) 'three shortcuts are in the menu of everybody'

if ($Older) {
    Set-ItemProperty $settings server_host 'second.example'
    Invoke-Msiexec @('/i', "`"$Package`"")
    Assert-That ((Get-Setting $settings 'server_host') -eq 'second.example') 'the upgrade keeps what was changed'
    Assert-That ((Get-Setting $run 'HMS Desktop') -ne '') 'it still starts with Windows'
    Invoke-Msiexec @('/i', "`"$Older`"") $failedInstallation
    Assert-That ((Get-Setting $settings 'server_host') -eq 'second.example') 'a refused downgrade changes nothing'
}
Test-Program 'hms-desktop.exe'
Test-Program 'hms-admin.exe'

$everyone = New-Object Security.Principal.SecurityIdentifier 'S-1-5-32-545'
$rights = (Get-Acl (Join-Path $env:ProgramData 'HMS')).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])
$written = @($rights | Where-Object {
        $_.IdentityReference -eq $everyone -and ($_.FileSystemRights -band [Security.AccessControl.FileSystemRights]::WriteData)
    })
Assert-That ($written.Count -eq 0) 'users cannot write in the folder of the station file'

Invoke-Msiexec @('/x', "`"$Package`"")
Assert-That (-not (Test-Path $folder)) 'the program is gone'
Assert-That (-not (Test-Path $menu)) 'its shortcuts are gone'
Assert-That ((Get-Setting $run 'HMS Desktop') -eq '') 'it no longer starts with Windows'
Assert-That ((Get-Setting $settings 'server_host') -ne '') 'its settings are kept'
exit 0
