@echo off
rem Builds the program when it is missing or older than a source, then starts it: the twin of the
rem script nn, kept simple (no lock against two builds at once). Not yet tried on Windows.
setlocal
set "NN_HOME=%~dp0."
set "NN_JAR=%~dp0nn-demo\target\nn\nn.jar"
set "NN_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "NN_JAVA=%JAVA_HOME%\bin\java.exe"

powershell -NoProfile -Command "$jar = Get-Item -ErrorAction SilentlyContinue -LiteralPath $env:NN_JAR; if (-not $jar) { exit 1 }; Set-Location -LiteralPath $env:NN_HOME; $newer = Get-ChildItem -Recurse -ErrorAction SilentlyContinue pom.xml, .mvn, */pom.xml, */src/main | Where-Object { $_.LastWriteTime -gt $jar.LastWriteTime }; if ($newer) { exit 1 }"
if not errorlevel 1 goto start

where mvn >nul 2>nul
if errorlevel 1 (
  echo nn must be built with Maven 3.8.7 or newer, but there is no mvn on the path: install it from https://maven.apache.org.>&2
  exit /b 1
)
echo Building nn, about a minute ...>&2
pushd "%NN_HOME%"
call mvn -B -q -Pprogram -pl nn-demo -am package 1>&2
set "NN_BUILT=%errorlevel%"
popd
if not "%NN_BUILT%"=="0" (
  echo nn could not be built; Maven's lines above say why. A JDK 17 or newer and Maven 3.8.7 or newer are needed.>&2
  exit /b 1
)

:start
"%NN_JAVA%" -XX:+UseSerialGC -XX:+UseCountedLoopSafepoints -XX:LoopStripMiningIter=1000 "-Dnn.home=%NN_HOME%" -jar "%NN_JAR%" %*
exit /b %errorlevel%
