package io.playcaller.embedded;

/** Hears how the start of backing services goes; called from several threads. */
public interface StartListener {

    /** Hears nothing. */
    StartListener SILENT = new StartListener() {};

    /** The start of a service began. */
    default void starting(String service) {}

    /** Something out of the ordinary that the start deals with, such as a server left over from an earlier run. */
    default void noticed(String service, String what) {}

    /** A service answers; its address and the time it took can be asked. */
    default void started(BackingService service) {}
}
