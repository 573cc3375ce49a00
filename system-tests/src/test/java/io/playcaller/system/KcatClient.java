package io.playcaller.system;

import io.playcaller.testkit.Unproven;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * kcat, which reads one Segment call a line, with an id of its own, from a pipe. Told not to exit on faults that pass ({@code -E}):
 * by default it gives up what it has when the only broker goes.
 *
 * @param broker where it writes to
 * @param topic of the Kafka door
 */
record KcatClient(String broker, String topic) implements Client {

    private static final Path LOG = ServiceProcess.LOGS.resolve("kcat.log");

    @Override
    public String account() {
        return "kcat-account";
    }

    @Override
    public List<String> send(int events, int perSecond) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        Process kcat = start();
        Pace pace = new Pace(perSecond);
        try (BufferedWriter lines =
                new BufferedWriter(new OutputStreamWriter(kcat.getOutputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < events; i++) {
                pace.await(i);
                String id = "kcat-" + i;
                ids.add(id);
                lines.write(line(id));
                lines.newLine();
            }
        }
        int exitCode = kcat.waitFor();
        if (exitCode != 0) {
            throw new IOException("kcat ended with " + exitCode + "; see " + LOG);
        }
        return ids;
    }

    private String line(String id) {
        return """
                {"type":"track","messageId":"%s","userId":"kcat-user","event":"Report Exported","timestamp":"%s",\
                "context":{"groupId":"%s"}}""".formatted(id, Instant.now(), account());
    }

    private Process start() {
        try {
            return new ProcessBuilder("kcat", "-E", "-P", "-b", broker, "-t", topic)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
        } catch (IOException e) {
            throw Unproven.because("kcat does not run: " + e.getMessage());
        }
    }
}
