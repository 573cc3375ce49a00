package io.playcaller.router.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.Receipt.Busy;
import io.playcaller.router.delivery.Receipt.Failed;
import io.playcaller.router.delivery.Receipt.Refused;
import io.playcaller.router.delivery.Receipt.Taken;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackAnswerTest {

    @Test
    void whatIsOkIsTaken() {
        assertThat(said(200, "")).isInstanceOf(Taken.class);
    }

    @Test
    void whoIsTooFastWaitsAsLongAsSlackSays() {
        Receipt receipt = new SlackAnswer(429, Optional.of(Duration.ofSeconds(7)), "ratelimited").receipt();

        assertThat(((Busy) receipt).pause()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void tooFastIsAlsoSaidWith200() {
        assertThat(said(200, "ratelimited")).isInstanceOf(Busy.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_not_found", "is_archived", "users_not_found", "user_disabled"})
    void whatNobodyElseCanMendFailsAtOnceAndSaysTheFix(String error) {
        Receipt receipt = said(200, error);

        assertThat(receipt).isInstanceOf(Refused.class);
        assertThat(((Refused) receipt).because()).startsWith(error + ": ").contains(";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_revoked", "missing_scope", "internal_error"})
    void whatIsMendedElsewhereIsTriedAgain(String error) {
        assertThat(said(200, error)).isInstanceOf(Failed.class);
    }

    @Test
    void anOutageOfSlackIsOne() {
        assertThat(said(503, "no_error_named").isOutage()).isTrue();
        assertThat(said(200, "invalid_auth").isOutage()).isFalse();
    }

    private static Receipt said(int status, String error) {
        return new SlackAnswer(status, Optional.empty(), error).receipt();
    }
}
