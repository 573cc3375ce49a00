package io.playcaller.ingest.door.cloudevents;

/**
 * The identity of a CloudEvent is (source, id); one key may serve several producers, and their ids may meet.
 *
 * @param sourceName who sends, by its key: an event whose {@code source} says the same keeps its id as it is
 */
record EventIds(String sourceName) {

    static final int MAX = 256;

    /** Two different pairs never give the same: what stands before the first {@code #} is the source. */
    String of(String source, String id) {
        if (source.equals(sourceName) && id.indexOf('#') < 0) {
            return id;
        }
        return source.replace("%", "%25").replace("#", "%23") + "#" + id;
    }
}
