package io.playcaller.router.delivery.app;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on things that come one by one, in sets: what comes while a set is worked on is the next set. So what comes alone waits for
 * nobody, and the more comes at once, the fewer sets there are. One set is worked on at a time. Remembers what it did: for as much as
 * comes together, such as a round of work.
 */
final class InSets<T> {

    private final Function<List<T>, Uni<Void>> work;
    private Uni<Void> last = Uni.createFrom().voidItem();
    private @Nullable List<T> gathering;

    /** @param work on a set; what becomes of it is what becomes of each thing in it, and of nothing in another set */
    InSets(Function<List<T>, Uni<Void>> work) {
        this.work = work;
    }

    /** Takes a thing in. What is answered is to be subscribed to; it ends with the work on its set. */
    synchronized Uni<Void> take(T one) {
        List<T> set = gathering;
        if (set == null) {
            List<T> next = new ArrayList<>();
            set = next;
            gathering = next;
            last = last.onFailure()
                    .recoverWithNull()
                    .chain(() -> work.apply(closed(next)))
                    .memoize()
                    .indefinitely();
        }
        set.add(one);
        return last;
    }

    /** Nothing more comes to it. */
    private synchronized List<T> closed(List<T> set) {
        gathering = null;
        return List.copyOf(set);
    }
}
