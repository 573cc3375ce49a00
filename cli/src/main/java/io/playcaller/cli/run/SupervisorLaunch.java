package io.playcaller.cli.run;

import io.playcaller.cli.Refused;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Quickstart;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor in a session of its own, so that Ctrl-C reaches it through its command only, and in order. */
final class SupervisorLaunch {

    private SupervisorLaunch() {}

    /** @param foreground whether it ends when this command ends */
    static Process start(Home home, boolean foreground) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.logFile=" + home.log("kafka"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                System.getProperty("java.class.path"),
                Quickstart.class.getName(),
                home.root().toString()));
        if (foreground) {
            command.add(Long.toString(ProcessHandle.current().pid()));
        }
        try {
            home.create();
            return new ProcessBuilder(command)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(home.log("quickstart").toFile()))
                    .start();
        } catch (IOException e) {
            throw new Refused("cannot start the supervisor: " + e.getMessage(), e);
        }
    }
}
