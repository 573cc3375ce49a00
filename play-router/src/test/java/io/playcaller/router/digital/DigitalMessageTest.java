package io.playcaller.router.digital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.router.store.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalMessageTest {

    @Test
    void aStoredMessageIsReadAsItWasWritten() {
        DigitalMessage message =
                new DigitalMessage(new MessageTemplate("hello", "Hello", "Hello {{name}}."), ChannelKind.MAIL, true, 3);

        assertThat(Columns.read(Columns.json(message), DigitalMessage.class)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"template\": {\"key\": \"hello\", \"subject\": \"Hello\"}, \"channel\": \"MAIL\", \"waits\": true, \"days\": 3}",
                "{\"template\": {\"key\": \"a\", \"subject\": \"b\", \"text\": \"c\"}, \"channel\": \"PIGEON\", \"waits\": true, \"days\": 3}"
            })
    void whatSaysNothingToNobodyIsSeenWhenItIsReadNotWhenItIsSent(String stored) {
        assertThatThrownBy(() -> Columns.read(stored, DigitalMessage.class))
                .isInstanceOf(UnreadableEventException.class);
    }
}
