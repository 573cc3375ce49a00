package io.playcaller.router.delivery.salesforce.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SalesforceAnswerTest {

    @Test
    void theIdOfWhatWasMadeIsKept() {
        assertThat(receipt(201, "{\"id\": \"00T1\", \"success\": true}"))
                .isEqualTo(new Receipt.Taken(201, Optional.of("00T1")));
        assertThat(receipt(204, "")).isEqualTo(new Receipt.Taken(204));
    }

    @Test
    void anAllowanceThatIsUsedUpIsWaitedFor() {
        assertThat(receipt(403, error("REQUEST_LIMIT_EXCEEDED")))
                .isInstanceOfSatisfying(
                        Receipt.Busy.class, busy -> assertThat(busy.pause()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void aFieldThatItDoesNotKnowIsRefusedInItsWords() {
        assertThat(receipt(400, error("INVALID_FIELD")))
                .isEqualTo(new Receipt.Refused(Optional.of(400), "answered with 400 INVALID_FIELD: so it is"));
    }

    @Test
    void aRowThatSomebodyElseHoldsIsTriedAgain() {
        assertThat(receipt(400, error("UNABLE_TO_LOCK_ROW"))).isInstanceOf(Receipt.Failed.class);
    }

    @Test
    void severalUnderOneKeyAreForPeople() {
        assertThat(receipt(300, "[\"/services/data/v61.0/sobjects/Task/00T1\"]"))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class,
                        refused -> assertThat(refused.because()).contains("several tasks carry its key"));
    }

    private static String error(String code) {
        return "[{\"errorCode\": \"" + code + "\", \"message\": \"so it is\"}]";
    }

    private static Receipt receipt(int status, String body) {
        return SalesforceAnswer.of(new Answer(status, Map.of(), body)).receipt();
    }
}
