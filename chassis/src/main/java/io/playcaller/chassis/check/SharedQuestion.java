package io.playcaller.chassis.check;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A question that is asked once at a time: whoever asks while it is under way gets the same answer. */
public final class SharedQuestion<T> {

    private final Supplier<Uni<T>> question;
    private @Nullable CompletableFuture<T> underWay;

    public SharedQuestion(Supplier<Uni<T>> question) {
        this.question = question;
    }

    /** The answer; who stops waiting for it leaves it to the others. */
    public synchronized Uni<T> ask() {
        if (underWay == null || underWay.isDone()) {
            underWay = question.get().subscribeAsCompletionStage();
        }
        return Uni.createFrom().completionStage(underWay.copy());
    }
}
