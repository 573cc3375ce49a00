package io.playcaller.health.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void nothingSpeaksAgainstWhatIsEqualOrMended() {
        Verdict verdict = new Verdict(10, Map.of("mended", 2L));

        assertThat(new Wanted(false, true, List.of()).forbidden(verdict)).isEmpty();
    }

    @Test
    void aDifferenceForbidsTheSwitchUnlessItsReasonIsAccepted() {
        Verdict verdict = new Verdict(10, Map.of("log-cut", 4L, "judged-otherwise", 1L));

        assertThat(new Wanted(false, true, List.of()).forbidden(verdict))
                .containsExactly("judged-otherwise", "log-cut");
        assertThat(new Wanted(false, true, List.of("log-cut")).forbidden(verdict))
                .containsExactly("judged-otherwise");
        assertThat(new Wanted(false, true, List.of("log-cut", "judged-otherwise")).forbidden(verdict))
                .isEmpty();
    }

    @Test
    void anAccountThatASwitchWouldForgetForbidsItWhateverIsAccepted() {
        Verdict verdict = new Verdict(10, Map.of("only-running", 1L));

        assertThat(new Wanted(false, true, List.of("only-running")).forbidden(verdict))
                .containsExactly("only-running");
    }
}
