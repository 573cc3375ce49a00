package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

    /** So many that two would be alike, were each drawn for itself. */
    private static final int MANY = 400;

    @Test
    void noPortIsDrawnTwice() {
        List<Integer> drawn = Stream.generate(LoopbackPorts::free).limit(MANY).toList();

        assertThat(drawn).doesNotHaveDuplicates();
    }

    @Test
    void whatThisJvmDrewNoOtherDrawsThoughNobodyListens() throws Exception {
        int drawn = LoopbackPorts.free();

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx32m",
                        "-D" + LoopbackPorts.LOWEST_PROPERTY + "=" + drawn,
                        "-D" + LoopbackPorts.HIGHEST_PROPERTY + "=" + drawn,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LoopbackPortsTest.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("no free port found between %d and %d".formatted(drawn, drawn));
        assertThat(LoopbackPorts.isFree(drawn)).isTrue();
    }

    /** The other JVM. */
    public static void main(String... args) {
        System.out.println(LoopbackPorts.free());
    }
}
