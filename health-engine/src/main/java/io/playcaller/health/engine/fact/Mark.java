package io.playcaller.health.engine.fact;

/** Something that happened once at a time; sets of marks commute. */
public interface Mark extends Comparable<Mark> {

    /** Milliseconds. */
    long at();

    /** Breaks equal times. */
    int tie();

    @Override
    default int compareTo(Mark other) {
        int byTime = Long.compare(at(), other.at());
        return byTime != 0 ? byTime : Integer.compare(tie(), other.tie());
    }
}
