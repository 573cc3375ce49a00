package io.playcaller.lab.simulate;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How contracts ended, as the register says at the end of the log: a churn is a bad end, a renewal a good one. Each is judged by
 * what was said a while before. Mutable.
 */
final class ContractEnds {

    private final Duration ahead;
    private final Map<String, ContractRecord> newest = new TreeMap<>();

    ContractEnds(Duration ahead) {
        this.ahead = ahead;
    }

    void heard(Event<?> fact) {
        if (fact.data() instanceof ContractRecord contract) {
            newest.merge(contract.contractId(), contract, (old, next) -> next.version() >= old.version() ? next : old);
        }
    }

    List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (ContractRecord contract : newest.values()) {
            if (contract.stands()) {
                contract.movements().forEach(movement -> add(outcomes, contract.accountId(), movement));
            }
        }
        return outcomes;
    }

    private void add(List<Outcome> outcomes, String account, ContractMovement movement) {
        boolean bad = movement.kind() == MovementKind.CHURN;
        if (bad || movement.kind() == MovementKind.RENEWAL) {
            Instant decided = movement.on().atStartOfDay(ZoneOffset.UTC).toInstant();
            outcomes.add(new Outcome(account, decided.minus(ahead), decided, bad));
        }
    }
}
