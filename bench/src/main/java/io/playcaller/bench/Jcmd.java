package io.playcaller.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a process on Java to do something, by the program {@code jcmd} that a JDK brings along. */
public final class Jcmd {

    private Jcmd() {}

    /** @throws IOException when there is no such program or process, or it refuses; the message says what it said */
    public static void run(long pid, String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(Long.toString(pid));
        all.addAll(List.of(command));
        output(all);
    }

    /** What a program says; its end is awaited. */
    static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", command), output.strip()));
        }
        return output;
    }
}
