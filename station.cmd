@echo off
rem Facedesk: builds itself when needed, then runs. See README.md. The same commands as ./station.
rem Delayed expansion stays off: it would eat exclamation marks of arguments.
setlocal disabledelayedexpansion
set "HERE=%~dp0"
set "WANTED=25"
set "APP=%HERE%app-desktop\target\app"
set "STAMP=%APP%\.built"
set "BENCH=%HERE%src-test\bench\target\bench"
set "ATTACKS=%HERE%src-test\attacks\target\attacks"
set "OPEN=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
set "COMMAND=%~1"
rem What follows the command's name, as it was typed
set "REST="
for /f "usebackq tokens=1,*" %%A in ('%*') do set "REST=%%B"

if not defined COMMAND goto usage
if /i "%COMMAND%"=="help" goto usage
if /i "%COMMAND%"=="-h" goto usage
if /i "%COMMAND%"=="--help" goto usage
call :find_jdk
if errorlevel 1 exit /b 3
set "MAVEN_OPTS=%OPEN% -Xbootclasspath/a:.mvn/checks/target %MAVEN_OPTS%"
for %%C in (test bench load attacks format package build) do if /i "%COMMAND%"=="%%C" goto %%C

rem run, serve and every other command of the program itself
call :build_app app-desktop
if errorlevel 1 exit /b 3
"%JAVA_HOME%\bin\java.exe" %OPEN% -XX:+UseCompactObjectHeaders -Dfile.encoding=UTF-8 %FACEDESK_JAVA_OPTS% -cp "%APP%\*" org.facedesk.desktop.launch.Main %*
exit /b %errorlevel%

:test
call :maven -B -ntp -T 2 verify %REST%
exit /b %errorlevel%

:format
call :maven -B -ntp -q -Pformat process-sources
exit /b %errorlevel%

:build
call :build_app app-desktop
exit /b %errorlevel%

:bench
call :maven -B -ntp -q -pl src-test/bench -am package -Dmaven.test.skip=true
if errorlevel 1 exit /b 3
for /f "usebackq tokens=1,*" %%A in ('%REST%') do if /i "%%A"=="pulses" (
  set "REST=%%B"
  goto pulses
)
"%JAVA_HOME%\bin\java.exe" %OPEN% -cp "%BENCH%\*" org.openjdk.jmh.Main %REST%
exit /b %errorlevel%

:pulses
"%JAVA_HOME%\bin\java.exe" %OPEN% -cp "%BENCH%\*" org.facedesk.desktop.launch.PulseProgram %REST%
exit /b %errorlevel%

:load
call :build_app app-desktop
if errorlevel 1 exit /b 3
call :maven -B -ntp -q -pl src-test/bench -am package -Dmaven.test.skip=true
if errorlevel 1 exit /b 3
if not defined REST set "REST=60 4 8 12 16"
"%JAVA_HOME%\bin\java.exe" %OPEN% -cp "%BENCH%\*" org.facedesk.bench.LoadProgram "%APP%\*" %REST%
exit /b %errorlevel%

:attacks
call :maven -B -ntp -q -pl src-test/attacks -am package -Dmaven.test.skip=true
if errorlevel 1 exit /b 3
"%JAVA_HOME%\bin\java.exe" %OPEN% -cp "%ATTACKS%\*" org.facedesk.attack.AttacksProgram %REST%
exit /b %errorlevel%

:package
rem Nothing that former versions left there
del /q "%APP%\*.jar" "%STAMP%" 2>nul
set "ANEW=1"
call :build_app installer
if errorlevel 1 exit /b 3
"%JAVA_HOME%\bin\java.exe" -Djava.awt.headless=true -cp "%HERE%installer\target\classes;%APP%\*" org.facedesk.installer.PackageProgram --home "%HERE%." %REST%
exit /b %errorlevel%

:maven
pushd "%HERE%"
rem One copy of the code checks for all modules: docs/adr/0025
"%JAVA_HOME%\bin\javac.exe" -d .mvn\checks\target .mvn\checks\SharedLoader.java
if errorlevel 1 echo station: .mvn\checks\SharedLoader.java could not be compiled; the build takes longer without it. 1>&2
call mvnw.cmd %*
set "CODE=%errorlevel%"
popd
exit /b %CODE%

rem %1: the module. Everything is said on standard error: standard output is the program's.
:build_app
if defined ANEW goto changed
if not exist "%STAMP%" goto first
call :stale
if not errorlevel 1 exit /b 0
:changed
echo Building what has changed... 1>&2
goto compile
:first
echo Building Facedesk for the first time. This downloads about 500 MB (PyTorch, OpenCV, FFmpeg, JavaFX) into the 1>&2
echo Maven repository in your home folder and takes a few minutes; the lines below say what it is at. 1>&2
:compile
call :maven -B -pl %1 -am package -Dmaven.test.skip=true -Pstation 1>&2
if errorlevel 1 (
  echo station: the build failed; the lines above say why. 1>&2
  exit /b 3
)
type nul > "%STAMP%"
exit /b 0

rem Ends with 1 if a source is newer than what was built
:stale
pushd "%HERE%"
powershell -NoProfile -Command "$built = (Get-Item -Force -LiteralPath $env:STAMP).LastWriteTime; $newer = Get-ChildItem -Recurse -File pom.xml, models, shared, server-embedded, app-desktop, clients | Where-Object { $_.LastWriteTime -gt $built -and $_.FullName -notmatch '\\(target|node_modules|\.venv)\\' -and $_.FullName -match '\\src\\(main|gen)\\|\\clients\\.*\.js$|\\clients\\web\\|\\pom\.xml$' } | Select-Object -First 1; if ($newer) { exit 1 }; exit 0"
set "CODE=%errorlevel%"
popd
exit /b %CODE%

rem An own JAVA_HOME first, then what is on the PATH, then the usual places
:find_jdk
call :try "%JAVA_HOME%"
if not errorlevel 1 exit /b 0
for %%J in (javac.exe) do call :try "%%~dp$PATH:J.."
if not errorlevel 1 exit /b 0
for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\jdk-%WANTED%*" "%ProgramFiles%\Java\jdk-%WANTED%*" "%ProgramFiles%\Microsoft\jdk-%WANTED%*" "%ProgramFiles%\Zulu\zulu-%WANTED%*" "%USERPROFILE%\.jdks\*%WANTED%*") do (
  call :try "%%~H"
  if not errorlevel 1 exit /b 0
)
echo station: Facedesk is built and run with a JDK %WANTED%, and none was found ^(looked at JAVA_HOME, the PATH, 1>&2
echo          Program Files\Eclipse Adoptium, Java, Microsoft and Zulu, and .jdks in your home folder^). 1>&2
echo          Install one, for example Eclipse Temurin %WANTED% ^(https://adoptium.net^), or set JAVA_HOME to it. 1>&2
exit /b 1

rem Takes the JDK in folder %1 if it is the right one; its file "release" has a line JAVA_VERSION="25.0.1"
:try
if not exist "%~1\bin\javac.exe" exit /b 1
findstr /r /c:"^JAVA_VERSION=.%WANTED%[^0-9]" "%~1\release" >nul 2>&1
if errorlevel 1 exit /b 1
set "JAVA_HOME=%~f1"
exit /b 0

:usage
echo usage: station COMMAND [OPTIONS]     (station COMMAND --help for a command's options)
echo.
echo   run        the window, with the server in the same process
echo   serve      the server alone, for machines without a display
echo   test       everything the project promises, tested
echo   client     API clients: create, list, revoke
echo   people     people: import from CSV with photos, export of one person's data
echo   audit      the audit trail: verify, export
echo   analyze    what the engine sees in pictures
echo   compare    whether two pictures show one person
echo   replay     a whole capture session over a clip; nothing is stored
echo   evaluate   accuracy over a list of pairs
echo   doctor     what works on this machine
echo   bench      timings of the engine's stages (JMH); bench pulses: how smoothly the window draws during a capture
echo   load       SECONDS CLIENTS...: answers to that many clients at ten frames a second
echo   attacks    what is accepted of photographs, and of recorded people
echo   package    [--version V] [--type TYPE]: builds this platform's installer
echo   format     formats the sources
echo   build      builds, and does nothing else
exit /b 0
