package io.playcaller.ingest.refusal;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a stage says of one item: it goes on, or it is refused with a reason. */
public sealed interface Step<T> {

    /** Goes on. */
    record Kept<T>(T value) implements Step<T> {}

    /** Ends here. */
    record Refused<T>(Refusal refusal) implements Step<T> {}

    static <T> Step<T> kept(T value) {
        return new Kept<>(value);
    }

    static <T> Step<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** The same, with another word for what is refused. */
    default Step<T> refusedAs(UnaryOperator<Refusal> wording) {
        return this instanceof Refused<T> no ? new Refused<>(wording.apply(no.refusal())) : this;
    }

    /** The next stage, for what goes on. */
    default <R> Step<R> then(Function<? super T, Step<R>> stage) {
        if (this instanceof Refused<T> no) {
            return new Refused<>(no.refusal());
        }
        return stage.apply(((Kept<T>) this).value());
    }
}
