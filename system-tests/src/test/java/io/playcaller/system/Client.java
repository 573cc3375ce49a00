package io.playcaller.system;

import java.io.IOException;
import java.util.List;

/** A client that people use, unmodified. */
interface Client {

    /** The account that its events name. */
    String account();

    /** Sends events, about so many a second, and returns when all of them are delivered or given up: their ids as the log has them. */
    List<String> send(int events, int perSecond) throws IOException, InterruptedException;
}
