package io.playcaller.testkit;

/** The running services behind the tests of one JVM. */
interface Backing extends AutoCloseable {

    /** The name by which it is chosen. */
    String kind();

    StackAddresses addresses();

    @Override
    void close();
}
