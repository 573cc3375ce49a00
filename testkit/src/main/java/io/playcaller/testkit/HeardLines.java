package io.playcaller.testkit;

import java.util.Queue;
import java.util.concurrent.Flow;

/** Who listens to a stream and notes its lines as they come. */
public record HeardLines(Queue<String> heard) implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        heard.add(line);
    }

    @Override
    public void onError(Throwable fault) {
        // The end of the test cancels the request.
    }

    @Override
    public void onComplete() {
        // A stream of events has no end of its own.
    }
}
