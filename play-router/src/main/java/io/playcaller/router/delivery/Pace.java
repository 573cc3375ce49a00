package io.playcaller.router.delivery;

/**
 * How fast one replica sends to a tool.
 *
 * @param atOnce messages in flight, at most
 * @param perSecond messages, over time
 * @param burst messages that may go at once after a quiet while
 */
public record Pace(int atOnce, double perSecond, int burst) {

    public Pace {
        if (atOnce < 1 || burst < 1 || perSecond <= 0) {
            throw new IllegalArgumentException("a pace at which nothing is ever sent");
        }
    }
}
