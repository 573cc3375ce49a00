package io.playcaller.chassis.check;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question that is asked once at a time: whoever asks while it is under way gets the same answer. It is not kept beyond that. */
public final class SharedQuestion<T> {

    private final Supplier<Uni<T>> question;
    private @Nullable CompletableFuture<T> underWay;

    public SharedQuestion(Supplier<Uni<T>> question) {
        this.question = question;
    }

    /** The answer; who stops waiting for it leaves it to the others. */
    public synchronized Uni<T> ask() {
        CompletableFuture<T> asked = underWay;
        if (asked == null) {
            asked = question.get().subscribeAsCompletionStage().whenComplete((answer, failure) -> forget());
            underWay = asked.isDone() ? null : asked;
        }
        return Uni.createFrom().completionStage(asked.copy());
    }

    /** An answer may be large. It is given after this, so that no other question is under way yet. */
    private synchronized void forget() {
        underWay = null;
    }
}
