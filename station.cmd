@echo off
rem Facedesk: builds itself when needed, then runs. See README.md.
setlocal enabledelayedexpansion
set "HERE=%~dp0"
set "WANTED=25"
call :find_jdk || exit /b 3
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
set "APP=%HERE%app-desktop\target\app"
if "%~1"=="" goto usage
if /i "%~1"=="help" goto usage
if /i "%~1"=="test" (
  cd /d "%HERE%" && call mvnw.cmd -B -ntp -T 2 verify
  exit /b !errorlevel!
)
if /i "%~1"=="format" (
  cd /d "%HERE%" && call mvnw.cmd -B -ntp -q -Pformat process-sources
  exit /b !errorlevel!
)
if /i "%~1"=="package" if exist "%APP%" rmdir /s /q "%APP%"
if not exist "%APP%\.built" (
  echo Building Facedesk for the first time. This downloads about 500 MB and takes a few minutes. 1>&2
  pushd "%HERE%"
  call mvnw.cmd -B -pl app-desktop -am package -Dmaven.test.skip=true -Pstation 1>&2 || (popd & exit /b 3)
  popd
  type nul > "%APP%\.built"
)
if /i "%~1"=="build" exit /b 0
if /i "%~1"=="package" goto package
"%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders %FACEDESK_JAVA_OPTS% -cp "%APP%\*" org.facedesk.desktop.launch.Main %*
exit /b %errorlevel%

:package
cd /d "%HERE%" && call mvnw.cmd -B -ntp -q -pl installer -am package -Dmaven.test.skip=true -Pstation || exit /b 3
shift
set "REST="
:more
if not "%~1"=="" (
  set "REST=!REST! %1"
  shift
  goto more
)
"%JAVA_HOME%\bin\java" -cp "%HERE%installer\target\classes;%APP%\*" org.facedesk.installer.PackageProgram --home "%HERE%." !REST!
exit /b %errorlevel%

:find_jdk
for %%H in ("%JAVA_HOME%") do call :try "%%~H" && exit /b 0
for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\jdk-%WANTED%*" "%ProgramFiles%\Java\jdk-%WANTED%*" "%USERPROFILE%\.jdks\*%WANTED%*") do call :try "%%~H" && exit /b 0
echo station: Facedesk is built and run with a JDK %WANTED%, and none was found. 1>&2
echo          Install one, for example Eclipse Temurin %WANTED% (https://adoptium.net), or set JAVA_HOME to it. 1>&2
exit /b 1

:try
if not exist "%~1\bin\javac.exe" exit /b 1
for /f "tokens=2" %%V in ('"%~1\bin\javac.exe" -version 2^>^&1') do set "FOUND=%%V"
if not "!FOUND:~0,2!"=="%WANTED%" exit /b 1
set "JAVA_HOME=%~1"
exit /b 0

:usage
echo usage: station COMMAND [OPTIONS]     (station COMMAND --help for a command's options)
echo   run serve test client analyze compare replay evaluate doctor package format build
exit /b 2
