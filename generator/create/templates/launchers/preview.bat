@echo off
chcp 65001 >nul
set PYTHONUTF8=1
cd /d "%~dp0"
set found=
where linli >nul 2>nul && set found=command
if exist "${windows_python}" "${windows_python}" -P -c "import generator" 2>nul && set found=python
if "%found%"=="python" (
  "${windows_python}" -P -m generator build
) else if "%found%"=="command" (
  call linli build
) else (
  echo 找不到邻里程序，请让管理电脑的人重新安装。 Linli was not found; please install it again.
  cmd /c exit 1
)
if errorlevel 1 pause
if exist "output\index.html" start "" "output\index.html"
