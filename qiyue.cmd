@echo off
rem Starts Qiyue, building it first when there is no program yet. See the file "qiyue" for Linux and macOS.
rem What that one does and this does not: it builds again when sources have changed, lets one builder wait for another, takes both
rem compilers of Java for files that take long, and tells the program how wide the terminal is.
rem Exit 4 when it cannot start; otherwise the program's own exit code. Standard output is the program's alone.
rem JAVA_HOME chooses the Java; QIYUE_JAVA_OPTS adds options for it (for instance -Xmx2g).
rem Text beyond ASCII stands only after the console has been switched to UTF-8 (65001).
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0.") do set "QIYUE_DIR=%%~fI"
set "QIYUE_JAR=%QIYUE_DIR%\target\qiyue.jar"
set "QIYUE_JSA=%QIYUE_DIR%\target\qiyue.jsa"
set "QIYUE_CODE=4"

set "QIYUE_CP="
for /f "tokens=2 delims=:." %%C in ('chcp') do set "QIYUE_CP=%%C"
chcp 65001 >nul 2>nul

rem --- Java, 17 or newer.
if not defined JAVA_HOME goto java_on_path
rem Some write the path in quotes; those below are enough.
set "QIYUE_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if exist "%QIYUE_JAVA%" goto java_found
>&2 echo qiyue: JAVA_HOME 指向的目录中没有 Java："%JAVA_HOME:"=%"。请改正 JAVA_HOME，或取消该变量。
>&2 echo qiyue: there is no Java in JAVA_HOME: "%JAVA_HOME:"=%". Correct JAVA_HOME, or unset it.
goto end

:java_on_path
set "QIYUE_JAVA="
for %%J in (java.exe) do set "QIYUE_JAVA=%%~$PATH:J"
if defined QIYUE_JAVA goto java_found
>&2 echo qiyue: 未找到 Java。请安装 JDK 17 或更高版本，并设置 JAVA_HOME 或 PATH。
>&2 echo qiyue: Java was not found. Install JDK 17 or newer, and set JAVA_HOME or PATH.
goto end

:java_found
rem Its file "release" tells the version without starting it.
set "QIYUE_VERSION="
for %%J in ("%QIYUE_JAVA%") do set "QIYUE_RELEASE=%%~dpJ..\release"
if exist "%QIYUE_RELEASE%" for /f "usebackq tokens=2 delims==" %%V in (`findstr /b /c:"JAVA_VERSION=" "%QIYUE_RELEASE%"`) do set "QIYUE_VERSION=%%~V"
if not defined QIYUE_VERSION for /f "tokens=3" %%V in ('call "%QIYUE_JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do set "QIYUE_VERSION=%%~V"
set "QIYUE_MAJOR=0"
for /f "delims=.-+_" %%V in ("%QIYUE_VERSION%") do set "QIYUE_MAJOR=%%V"
if %QIYUE_MAJOR% GEQ 17 goto java_good
>&2 echo qiyue: 需要 Java 17 或更高版本，当前为 "%QIYUE_VERSION%" "%QIYUE_JAVA%"
>&2 echo qiyue: Java 17 or newer is needed; this is "%QIYUE_VERSION%" "%QIYUE_JAVA%"
goto end

:java_good
set QIYUE_FLAGS=-Dsun.reflect.inflationThreshold=1000 -XX:+UseSerialGC -XX:MetaspaceSize=96m -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 "-Dqiyue.home=%QIYUE_DIR%"
if exist "%QIYUE_JAR%" goto archive

rem --- Build.
>&2 echo 首次使用，正在构建（约一两分钟）… / building on first use (a minute or two)…
where mvn >nul 2>nul
if not errorlevel 1 goto maven_found
>&2 echo qiyue: 未找到 Maven (mvn)。请安装 Maven 3.8 或更高版本后重试。
>&2 echo qiyue: Maven (mvn) was not found. Install Maven 3.8 or newer and try again.
goto end

:maven_found
pushd "%QIYUE_DIR%"
call mvn -B -ntp -q -Dstyle.color=never -Dmaven.test.skip=true package <nul 1>&2
set "QIYUE_BUILD=%ERRORLEVEL%"
popd
if "%QIYUE_BUILD%"=="0" if exist "%QIYUE_JAR%" goto archive
>&2 echo qiyue: 构建失败，原因见上。查看详情，请在此目录运行 mvn -DskipTests package："%QIYUE_DIR%"
>&2 echo qiyue: the build failed for the reason above. For details, run mvn -DskipTests package in "%QIYUE_DIR%"
goto end

rem --- One archive of loaded classes, Java's own among them, for fast starts: made as in the file "qiyue". It holds for one Java, one
rem place, one jar, which the key names; it is tried once for each key, and not where nothing can be written. The first warm run compiles
rem the rulebooks, the second lists the classes it loads, Java writes them without running the program. What goes wrong costs speed only.
:archive
set "QIYUE_NEW=%QIYUE_DIR%\target\qiyue.new%RANDOM%"
for %%I in ("%QIYUE_JAR%") do set "QIYUE_KEY=%QIYUE_VERSION% %QIYUE_JAVA% %%~tzI %QIYUE_DIR%"
if exist "%QIYUE_JSA%.key" for /f "usebackq delims=" %%K in ("%QIYUE_JSA%.key") do if %%K=="%QIYUE_KEY%" goto start
2>nul (>"%QIYUE_NEW%.key" echo "%QIYUE_KEY%") || goto start
>&2 echo 正在准备快速启动（仅一次）… / preparing for fast starts (once)…
del /f /q "%QIYUE_JSA%" >nul 2>nul
"%QIYUE_JAVA%" %QIYUE_FLAGS% -cp "%QIYUE_JAR%" qiyue.cli.Main warm <nul >nul 2>nul
"%QIYUE_JAVA%" %QIYUE_FLAGS% "-XX:DumpLoadedClassList=%QIYUE_NEW%.classes" -cp "%QIYUE_JAR%" qiyue.cli.Main warm <nul >nul 2>nul
"%QIYUE_JAVA%" %QIYUE_FLAGS% -XX:-UseSerialGC -XX:+UseG1GC "-XX:ErrorFile=%QIYUE_NEW%.crash" -Xshare:dump "-XX:SharedClassListFile=%QIYUE_NEW%.classes" "-XX:SharedArchiveFile=%QIYUE_NEW%.jsa" -cp "%QIYUE_JAR%" <nul >nul 2>nul
"%QIYUE_JAVA%" %QIYUE_FLAGS% -Xshare:on "-XX:SharedArchiveFile=%QIYUE_NEW%.jsa" -cp "%QIYUE_JAR%" -version <nul >nul 2>nul
if not errorlevel 1 move /y "%QIYUE_NEW%.jsa" "%QIYUE_JSA%" >nul 2>nul
move /y "%QIYUE_NEW%.key" "%QIYUE_JSA%.key" >nul 2>nul
del /f /q "%QIYUE_NEW%.*" >nul 2>nul

rem --- Run.
:start
if not exist "%QIYUE_JSA%" goto run
set QIYUE_FLAGS="-XX:SharedArchiveFile=%QIYUE_JSA%" %QIYUE_FLAGS%
rem The program takes the key away where Java does not use the archive, and the next start makes it anew; with options of others it
rem may rightly be unused.
if defined QIYUE_JAVA_OPTS goto run
if defined JAVA_TOOL_OPTIONS goto run
if defined JDK_JAVA_OPTIONS goto run
if defined _JAVA_OPTIONS goto run
set QIYUE_FLAGS="-Dqiyue.archive.key=%QIYUE_JSA%.key" %QIYUE_FLAGS%

:run
"%QIYUE_JAVA%" %QIYUE_FLAGS% %QIYUE_JAVA_OPTS% -cp "%QIYUE_JAR%" qiyue.cli.Main %*
set "QIYUE_CODE=%ERRORLEVEL%"

:end
if defined QIYUE_CP chcp %QIYUE_CP% >nul 2>nul
exit /b %QIYUE_CODE%
