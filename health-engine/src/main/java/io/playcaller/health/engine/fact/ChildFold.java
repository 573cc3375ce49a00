package io.playcaller.health.engine.fact;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.ChildScoreChanged;
import java.util.Comparator;

/** What children tell: of two about one child the higher number stands. No source is heard in it. */
final class ChildFold {

    /** Beyond it who left goes first, then who holds least ARR. */
    private static final Comparator<Version<Child>> LEAST_NEEDED = Comparator.<Version<Child>, Boolean>comparing(
                    version -> version.value().levels() != Child.LEFT)
            .thenComparingLong(version -> version.value().arr())
            .thenComparingLong(Version::at);

    private ChildFold() {}

    /** Signals are judged without children: no finished day stands differently. */
    static Folded changed(Facts facts, Arrival arrival, ChildScoreChanged told) {
        Keyed<Child> after = facts.children()
                .with(
                        Fingerprint.bounded(told.childId(), RegisterFold.ACCOUNT),
                        arrival.version(told.number(), child(told)),
                        Facts.CHILDREN,
                        Facts.CHILD_VERSIONS,
                        LEAST_NEEDED);
        boolean same = after.equals(facts.children());
        return new Folded(facts.children(after), Long.MAX_VALUE, !same);
    }

    private static Child child(ChildScoreChanged told) {
        Money arr = told.arr();
        return new Child(
                told.score() == null ? Child.NO_SCORE : told.score(),
                told.confidence(),
                arr == null ? 0 : arr.minor(),
                arr == null ? "" : arr.currency(),
                told.contract(),
                told.levels());
    }
}
