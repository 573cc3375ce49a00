package io.playcaller.router.digital.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.digital.SendResult;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailChannelTest {

    @Test
    void onlyAMailboxThatIsNoneMarksTheAddress() {
        assertThat(after(550, "550 5.1.1 no such user <pia@example.com>"))
                .isInstanceOfSatisfying(
                        SendResult.Bounced.class,
                        bounced -> assertThat(bounced.because()).doesNotContain("pia@"));
        assertThat(after(550, "550 5.7.1 blocked: the sender is on a list")).isInstanceOf(SendResult.Refused.class);
        assertThat(after(554, "554 5.7.26 unauthenticated mail")).isInstanceOf(SendResult.Refused.class);
        assertThat(after(451, "451 4.7.1 greylisted")).isInstanceOf(SendResult.NotTaken.class);
    }

    @Test
    void whatBreaksAfterTheServerWasReachedMayHaveArrived() {
        assertThat(MailChannel.result(new ConnectException("refused"))).isInstanceOf(SendResult.NotTaken.class);
        assertThat(MailChannel.result(new IllegalStateException("connection closed")))
                .isInstanceOf(SendResult.Lost.class);
    }

    private static SendResult after(int code, String line) {
        return MailChannel.result(new SMTPException("recipient not accepted", code, List.of(line), code >= 500));
    }
}
