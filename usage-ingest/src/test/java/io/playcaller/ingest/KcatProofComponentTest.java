package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.Unproven;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kcat, unmodified, against the Kafka door: what people type by hand and into shell scripts. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class KcatProofComponentTest {

    private static final int LINES = 300;

    @TempDir
    Path directory;

    @Test
    void everyLineThatItSendsIsInTheLogOnce() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            ids.add("kcat-" + i);
            lines.add(Door.track("kcat-" + i, "kcat-account", "kcat-user", "Login"));
        }

        kcat(List.of("-l"), lines);
        kcat(
                List.of(
                        "-H",
                        "ce_specversion=1.0",
                        "-H",
                        "ce_id=kcat-with-headers",
                        "-H",
                        "ce_source=usage-events",
                        "-H",
                        "ce_type=io.playcaller.usage.recorded.v1",
                        "-l"),
                List.of("{\"accountId\":\"kcat-account\",\"event\":\"Login\"}"));
        ids.add("kcat-with-headers");

        await().atMost(SOON).untilAsserted(() -> assertThat(received()).containsExactlyInAnyOrderElementsOf(ids));
    }

    /** The last option takes the file. */
    private void kcat(List<String> options, List<String> lines) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("lines"), lines);
        List<String> command = new ArrayList<>(List.of(
                "kcat",
                "-P",
                "-b",
                PlaycallerStack.shared().addresses().kafka(),
                "-t",
                Door.topic(Topic.USAGE_EVENTS)));
        command.addAll(options);
        command.add(file.toString());
        Process kcat = start(command);
        String output = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kcat.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(kcat.exitValue()).as(output).isZero();
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw Unproven.because("kcat does not run: " + e.getMessage());
        }
    }

    private static List<String> received() {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> "kcat-account".equals(record.key()))
                .map(record -> header(record, "ce_id"))
                .toList();
    }
}
