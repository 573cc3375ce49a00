package io.playcaller.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisProcessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot run program \"redis-server\": error=26, Text file busy",
                "Cannot run program \"redis-server\": Exec failed, error: 26 (Text file busy) "
            })
    void aProgramThatIsStillOpenForWritingIsTriedAgainOnEveryJdk(String message) {
        assertThat(RedisProcess.isTextFileBusy(new IOException(message))).isTrue();
    }

    @Test
    void aProgramThatIsNotThereIsNotTriedAgain() {
        assertThat(RedisProcess.isTextFileBusy(new IOException("Exec failed, error: 2 (No such file or directory) ")))
                .isFalse();
    }
}
