# Sets everything up on Windows with Python 3.11 or newer, then starts the demo or passes the tests.
#
#   powershell -ExecutionPolicy Bypass -File installer\quickstart.ps1 run  [options of hms-desktop]
#   powershell -ExecutionPolicy Bypass -File installer\quickstart.ps1 test [options of pytest]
#
# Everything comes from the lock file into a virtual environment in the user's local application data. The second
# time only the presence of it is looked at: no network.
param(
    [Parameter(Mandatory = $true, Position = 0)][ValidateSet('run', 'test')][string]$Task,
    [Parameter(ValueFromRemainingArguments = $true)][string[]]$Options
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$env:PYTHONUTF8 = '1'

function Stop-WithSentence([string]$Sentence) {
    [Console]::Error.WriteLine($Sentence)
    exit 1
}

# The command of a Python that is new enough: $env:PYTHON, the launcher's, or the first on the path.
function Find-Python {
    $ErrorActionPreference = 'Continue'  # what a missing Python writes to its error stream is no error here
    $choices = @(@('py', '-3'), @('python'), @('python3'))
    if ($env:PYTHON) { $choices = , @($env:PYTHON) + $choices }
    foreach ($choice in $choices) {
        if (-not (Get-Command $choice[0] -ErrorAction SilentlyContinue)) { continue }
        $rest = @($choice | Select-Object -Skip 1)
        & $choice[0] @rest -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>$null
        if ($LASTEXITCODE -eq 0) { return , $choice }
    }
    Stop-WithSentence 'Python 3.11 or newer is needed; install it or set the variable PYTHON to its path.'
}

function Get-Digest([string]$Text) {
    $hash = [Security.Cryptography.SHA256]::Create()
    try {
        $bytes = $hash.ComputeHash([Text.Encoding]::UTF8.GetBytes($Text))
    }
    finally {
        $hash.Dispose()
    }
    return (-join ($bytes | ForEach-Object { $_.ToString('x2') })).Substring(0, 16)
}

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { Stop-WithSentence "This failed: $Program $Arguments" }
}

# Make the virtual environment of this checkout and lock file unless it is there, and return its folder.
function Get-Environment([string]$Checkout) {
    $python = Find-Python
    $rest = @($python | Select-Object -Skip 1)
    $version = (& $python[0] @rest -VV) -join ' '
    $lock = [IO.File]::ReadAllText((Join-Path $Checkout 'installer\requirements\dev.txt'))
    $project = Get-Digest ([IO.File]::ReadAllText((Join-Path $Checkout 'pyproject.toml')))
    $cache = Join-Path $env:LOCALAPPDATA 'hms-desktop\environments'
    $place = Get-Digest $Checkout.ToLowerInvariant()
    $environment = Join-Path $cache ($place + '-' + (Get-Digest ($lock + $version)))
    $inside = Join-Path $environment 'Scripts\python.exe'
    $pip = @('-m', 'pip', '--quiet', '--disable-pip-version-check', '--no-input', 'install')
    New-Item -ItemType Directory -Force $cache | Out-Null
    $turn = New-Object Threading.Mutex($false, "Local\hms-desktop-$place")
    try {
        try { $turn.WaitOne() | Out-Null }  # who starts a second time waits here until the first has set up
        catch [Threading.AbandonedMutexException] { Write-Verbose 'The set-up before this one was interrupted.' }
        if (-not (Test-Path (Join-Path $environment 'complete'))) {
            Write-Host 'Setting up the Python environment (once; some minutes)'
            Get-ChildItem $cache -Directory -Filter "$place-*" | Remove-Item -Recurse -Force
            Invoke-Checked $python[0] ($rest + @('-m', 'venv', $environment)) | Out-Host
            Invoke-Checked $inside ($pip + @('--require-hashes', '--only-binary', ':all:', '-r',
                    (Join-Path $Checkout 'installer\requirements\dev.txt'))) | Out-Host
            New-Item -ItemType File (Join-Path $environment 'complete') | Out-Null
        }
        $stamp = Join-Path $environment 'project'
        if (-not (Test-Path $stamp) -or [IO.File]::ReadAllText($stamp) -ne $project) {
            Invoke-Checked $inside ($pip + @('--no-deps', '--no-build-isolation', '-e', $Checkout)) | Out-Host
            [IO.File]::WriteAllText($stamp, $project)
        }
    }
    finally {
        $turn.ReleaseMutex()
        $turn.Dispose()
    }
    return $environment
}

# Start the demo, wait for its end, and end whatever programs it may have left.
function Start-Demo([string]$Environment, [string[]]$Arguments) {
    $program = Join-Path $Environment 'Scripts\hms-desktop.exe'
    $quoted = @('--demo') + @($Arguments | ForEach-Object { '"' + $_.Replace('"', '\"') + '"' })
    $demo = Start-Process -FilePath $program -ArgumentList $quoted -PassThru -NoNewWindow
    $null = $demo.Handle  # without it the exit code is not kept
    try {
        $demo.WaitForExit()
        return $demo.ExitCode
    }
    finally {
        # After Ctrl+C: close the window as a person would; only what does not end then is killed.
        if (-not $demo.HasExited -and -not ($demo.CloseMainWindow() -and $demo.WaitForExit(30000))) {
            & taskkill.exe /PID $demo.Id /T /F | Out-Null
        }
    }
}

function Invoke-Tests([string]$Environment, [string[]]$Arguments) {
    $env:PATH = (Join-Path $Environment 'Scripts') + ';' + $env:PATH
    $env:QT_QPA_PLATFORM = 'offscreen'
    $checks = @(
        @('ruff', 'check', '.'),
        @('ruff', 'format', '--check', '.'),
        @('mypy'),
        @('lint-imports'),
        (@('python', '-m', 'pytest', '-n', '2', '--dist', 'loadfile') + $Arguments)
    )
    $failed = @()
    foreach ($check in $checks) {
        Write-Host "== $check"
        $rest = @($check | Select-Object -Skip 1)
        & $check[0] @rest | Out-Host
        if ($LASTEXITCODE -ne 0) { $failed += "$check" }
    }
    if ($failed) { Stop-WithSentence ("These failed:`n  " + ($failed -join "`n  ")) }
    Write-Host 'All passed.'
    return 0
}

$checkout = (Resolve-Path (Join-Path $PSScriptRoot '..')).Path
Set-Location $checkout
$given = @($Options | Where-Object { $_ })
$environment = Get-Environment $checkout
if ($Task -eq 'run') { exit (Start-Demo $environment $given) }
exit (Invoke-Tests $environment $given)
