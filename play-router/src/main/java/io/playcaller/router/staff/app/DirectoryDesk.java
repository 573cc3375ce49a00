package io.playcaller.router.staff.app;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.StaffChange;
import io.playcaller.router.staff.out.PgDirectory;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes in what is said of our people over HTTP: one change after the other, each checked against all that was said before
 * it. This replica follows before it answers, the others when they next look at the rules.
 */
@ApplicationScoped
public class DirectoryDesk {

    private final Transactions transactions;
    private final PgDirectory people;
    private final CurrentRules rules;

    DirectoryDesk(Transactions transactions, PgDirectory people, CurrentRules rules) {
        this.transactions = transactions;
        this.people = people;
        this.rules = rules;
    }

    /** What became of it. */
    public enum Answer {
        DONE,
        /** Nothing was said of them that could be taken back. */
        NOTHING_SAID,
        /** It does not fit with the rest. */
        REFUSED
    }

    /** @param faults why it is refused */
    public record Outcome(Answer answer, List<ConfigProblem> faults) {

        static Outcome of(Answer answer) {
            return new Outcome(answer, List.of());
        }
    }

    /** Makes it so, or says every reason why not. */
    public Uni<Outcome> change(StaffChange change) {
        return transactions
                .run(tx -> people.lock(tx).chain(told -> decide(tx, change, told.people())))
                .call(outcome -> outcome.answer() == Answer.DONE
                        ? rules.refresh()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Outcome> decide(Transaction tx, StaffChange change, Map<String, String> told) {
        Map<String, String> next = new TreeMap<>(told);
        if (change.json() != null) {
            next.put(change.staffId(), change.json());
        } else if (next.remove(change.staffId()) == null) {
            return Uni.createFrom().item(Outcome.of(Answer.NOTHING_SAID));
        }
        try {
            rules.directoryWith(next);
        } catch (ConfigException e) {
            return Uni.createFrom().item(new Outcome(Answer.REFUSED, e.problems()));
        }
        return people.write(tx, change).replaceWith(Outcome.of(Answer.DONE));
    }
}
