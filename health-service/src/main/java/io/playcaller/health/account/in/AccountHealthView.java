package io.playcaller.health.account.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.AccountHealth;
import io.playcaller.health.account.PastChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the newest {@code HealthChanged}, and beside them the name, what is open, and what came before. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountHealthView(
        @JsonUnwrapped HealthChanged health,
        @Nullable String name,
        List<SignalChanged> openSignals,
        List<PastChange> history) {

    static AccountHealthView of(AccountHealth health) {
        return new AccountHealthView(health.health(), health.name(), health.openSignals(), health.history());
    }
}
