@echo off
rem Starts postmortem. Builds it first when there is no jar, or when the sources are newer.
rem Extra options for Java: POSTMORTEM_JAVA_OPTS.
setlocal EnableExtensions DisableDelayedExpansion
rem Without quotes, and before delayed expansion: an exclamation mark or an ampersand in quotes stays.
set pm_args=%*
set "pm_home=%~dp0"
setlocal EnableDelayedExpansion

rem Java takes the end of "C:\logs\" for an escaped quote; doubling the backslash keeps the folder.
if defined pm_args (
  set "pm_args=!pm_args:\" =\\" !"
  set "pm_tail=!pm_args:~-2!"
  set pm_slash=\"
  if "!pm_tail!"=="!pm_slash!" set "pm_args=!pm_args:~0,-1!\""
)

rem ---- Java

set "pm_java="
if defined JAVA_HOME if exist "!JAVA_HOME!\bin\java.exe" set "pm_java=!JAVA_HOME!\bin\java.exe"
if not defined pm_java for %%J in (java.exe) do set "pm_java=%%~$PATH:J"
if not defined pm_java (
  >&2 echo postmortem: Java is missing: install a JDK, version 17 or later
  exit /b 1
)
for %%J in ("!pm_java!") do set "pm_release=%%~dpJ..\release"
if exist "!pm_release!" for /f "usebackq tokens=2 delims==. " %%V in (`findstr /b JAVA_VERSION^= "!pm_release!"`) do (
  set "pm_version=%%V"
  set "pm_version=!pm_version:"=!"
  if !pm_version! LSS 17 (
    >&2 echo postmortem: Java !pm_version! is too old: install a JDK, version 17 or later, or point JAVA_HOME to one
    exit /b 1
  )
)

rem ---- The jar: the one of "mvn verify" if it is current, else one that is built here without checks

call :choose
if not defined pm_jar (
  if not exist "!pm_home!pom.xml" (
    >&2 echo postmortem: !pm_home!target\postmortem.jar is missing: this copy is not complete
    exit /b 1
  )
  call :build
  if errorlevel 1 exit /b 1
  call :choose
)
if not defined pm_jar (
  >&2 echo postmortem: the build left no jar: see !pm_home!target\launcher-build.log
  exit /b 1
)

"!pm_java!" -XX:+UseSerialGC -Xms360m -Xmx360m -XX:FreqInlineSize=60 -XX:InlineSmallCode=800 -XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=4000 -XX:Tier4CompileThreshold=90000 -XX:Tier4BackEdgeThreshold=240000 -XX:MaxDirectMemorySize=32m -XX:MaxMetaspaceSize=64m -XX:ReservedCodeCacheSize=48m -Xshare:auto -XX:-UsePerfData -Xlog:disable -Dfile.encoding=UTF-8 -Djdk.console=java.base !POSTMORTEM_JAVA_OPTS! -jar "!pm_jar!" !pm_args!
exit /b !errorlevel!

:choose
set "pm_jar="
call :fresh "!pm_home!target\launcher\postmortem.jar"
call :fresh "!pm_home!target\postmortem.jar"
exit /b 0

rem Takes the jar if nothing in the sources is newer.
:fresh
if not exist "%~1" exit /b 0
if not exist "!pm_home!pom.xml" goto :take
set "pm_candidate=%~1"
powershell -NoProfile -NonInteractive -Command "$t = (Get-Item -LiteralPath $env:pm_candidate).LastWriteTimeUtc; $n = @(Get-Item -LiteralPath ($env:pm_home + 'pom.xml')) + @(Get-ChildItem -LiteralPath ($env:pm_home + 'src\main') -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $t }; if ($n) { exit 1 }" <nul
if errorlevel 1 exit /b 0
:take
set "pm_jar=%~1"
exit /b 0

:build
set "pm_mvn="
for %%M in (mvn.cmd) do set "pm_mvn=%%~$PATH:M"
if not defined pm_mvn (
  >&2 echo postmortem: Maven is missing, and postmortem has to be built first: install Maven
  exit /b 1
)
if not exist "!pm_home!target" mkdir "!pm_home!target" 2>nul
set "pm_lock=!pm_home!target\launcher-lock"
set "pm_waited=0"
:lock
mkdir "!pm_lock!" 2>nul && goto :locked
set /a pm_waited+=1
if !pm_waited! GTR 300 (
  >&2 echo postmortem: another build seems to hang: remove !pm_lock! and try again
  exit /b 1
)
ping -n 2 127.0.0.1 >nul
goto :lock
:locked
call :choose
if defined pm_jar (
  rmdir "!pm_lock!"
  exit /b 0
)
>&2 echo postmortem: building (first run only) ...
pushd "!pm_home!"
call "!pm_mvn!" -B -ntp -q -Plauncher package >"!pm_home!target\launcher-build.log" 2>&1 <nul
set "pm_status=!errorlevel!"
popd
rmdir "!pm_lock!"
if not "!pm_status!"=="0" (
  >&2 echo postmortem: the build failed: see !pm_home!target\launcher-build.log
  exit /b 1
)
exit /b 0
