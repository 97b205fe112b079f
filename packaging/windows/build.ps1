# NOT YET TRIED ON WINDOWS. Written beside ../pyinstaller/build.sh, which is tried; until someone has
# run this on Windows 10 or 11, expect to mend it.
#
# Makes the portable folder dist\incident-desk and packs it. Needs Python 3.11, 3.12 or 3.13, 64 bit.
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1

$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest
$root = (Resolve-Path (Join-Path $PSScriptRoot "..\..")).Path
Set-Location $root

function Invoke-Step([string] $What, [string] $Program, [string[]] $Arguments) {
    Write-Output $What
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$What - that failed with status $LASTEXITCODE." }
}

function Find-Python {
    foreach ($version in "3.13", "3.12", "3.11") {
        & py "-$version" -c "import ensurepip, venv" 2>$null
        if ($LASTEXITCODE -eq 0) { return "-$version" }
    }
    throw "Python 3.11, 3.12 or 3.13 was not found. Install it with its launcher 'py' and start this again."
}

$python = Join-Path $root ".venv\Scripts\python.exe"
if (-not (Test-Path $python)) {
    Invoke-Step "Python: making a place for libraries" "py" @((Find-Python), "-m", "venv", ".venv")
}
Invoke-Step "Libraries: fetching them, about a minute the first time" $python @(
    "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
    "--only-binary", ":all:", "--require-hashes", "-r", "packaging\requirements\build.txt")

# The build imports the program from this checkout.
$env:PYTHONPATH = $root
Invoke-Step "Portable folder: building, a few minutes" $python @(
    "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
    "--distpath", "dist", "--workpath", "build\pyinstaller", "packaging\pyinstaller\incident-desk.spec")

$paper = Join-Path $root "build\selftest.pdf"
Remove-Item $paper -ErrorAction SilentlyContinue
Invoke-Step "Portable folder: trying it" (Join-Path $root "dist\incident-desk\incident-desk-command.exe") @(
    "--selftest", $paper)
if (-not (Test-Path $paper)) { throw "The portable folder started but wrote no paper." }

$version = & $python -c "import incident_desk; print(incident_desk.__version__)"
$packed = "dist\incident-desk-$version-windows-x86_64.zip"
Compress-Archive -Path "dist\incident-desk" -DestinationPath $packed -Force
Write-Output "Portable folder: dist\incident-desk, packed: $packed"
