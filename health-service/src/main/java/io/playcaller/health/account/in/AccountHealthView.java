package io.playcaller.health.account.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.AccountHealth;
import io.playcaller.health.account.MergedInto;
import io.playcaller.health.account.PastChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the newest {@code HealthChanged}, and beside them the name, where the account went, what is open, and what
 * came before. Without a score there are its id and the reason instead.
 *
 * @param mergedFrom ids of accounts that are merged into this one, at most 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountHealthView(
        @JsonUnwrapped @Nullable HealthChanged health,
        @JsonUnwrapped @Nullable Unscored unscored,
        @Nullable String name,
        @Nullable MergedInto mergedInto,
        List<String> mergedFrom,
        List<SignalChanged> openSignals,
        List<PastChange> history)
        implements AccountPageView {

    /** @param noScore {@code collecting}, {@code no-inputs} or {@code quarantined} */
    public record Unscored(String accountId, String noScore) {}

    static AccountHealthView of(AccountHealth account) {
        return new AccountHealthView(
                account.health(),
                account.noScore() == null ? null : new Unscored(account.accountId(), account.noScore()),
                account.name(),
                account.merges().into(),
                account.merges().from(),
                account.openSignals(),
                account.history());
    }
}
