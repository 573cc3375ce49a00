package io.playcaller.router;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;

/** Takes the data lines of a stream of server-sent events. */
final class LineQueue implements Flow.Subscriber<String> {

    private final BlockingQueue<String> lines;

    LineQueue(BlockingQueue<String> lines) {
        this.lines = lines;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("data:")) {
            lines.add(line);
        }
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
}
