package io.playcaller.ingest.event.out;

import io.playcaller.ingest.event.app.MonotonicClock;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JvmMonotonicClock implements MonotonicClock {

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
