# Asks Windows of each program file and package under a folder whether its signature is valid; 1 where one is not.
#
#   powershell -ExecutionPolicy Bypass -File installer\windows\signatures.ps1 FOLDER
param([Parameter(Mandatory = $true, Position = 0)][string]$Folder)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$files = @(Get-ChildItem $Folder -Recurse -File | Where-Object { $_.Extension -in '.exe', '.dll', '.pyd', '.msi' })
if (-not $files) { throw "There is nothing to sign in $Folder." }
$bad = @($files | Get-AuthenticodeSignature | Where-Object { $_.Status -ne 'Valid' })
$bad | ForEach-Object { [Console]::Error.WriteLine("$($_.Status): $($_.Path)") }
if ($bad) { exit 1 }
Write-Host "$($files.Count) files, each with a valid signature."
exit 0
