package io.playcaller.forecast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ReferencesRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {

    private final Told told = new Told();

    @Test
    void whoOwnsAnAccountAndWhatItIsChangesHowItsRenewalsStand() {
        told.owners(new OwnersRecord("acme", 2, List.of()));
        told.account(new AccountRecord("beta", 1, "Beta", null, null, null, null, false, List.of()));

        assertThat(told.accountIds()).containsExactly("acme", "beta");
    }

    @Test
    void whoLendsTheirNameIsKeptAndNotLookedAt() {
        told.outcomes().take(new ReferencesRecord("acme", 1, List.of()));

        assertThat(told.accountIds()).isEmpty();
        assertThat(told.isEmpty()).isFalse();
    }
}
