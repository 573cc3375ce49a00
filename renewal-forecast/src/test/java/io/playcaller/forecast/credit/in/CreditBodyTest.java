package io.playcaller.forecast.credit.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.credit.in.CreditBody.ShareBody;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditBodyTest {

    @Test
    void whatNoTableHoldsIsRefusedByItsField() {
        var share = new ShareBody("s".repeat(257), "csm\0", 100, null);
        var body = new CreditBody("c\0", "renewal", LocalDate.MAX, List.of(share), null);

        assertThatThrownBy(body::checked)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().toString())
                                .contains("/contractId", "/from", "/shares/0/staffId", "/shares/0/role"));
    }
}
