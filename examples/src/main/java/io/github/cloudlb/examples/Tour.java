package io.github.cloudlb.examples;

/**
 * Both clouds, one after the other, on servers inside this process: no account and no network needed, and no time, since
 * clients and servers go by a clock that their pauses move.
 */
public final class Tour {
    private Tour() {}

    public static void main(String[] args) {
        RemoveMember.onEmbeddedServer(new Story(System.out));
        ChangeMembers.onEmbeddedServer(new Story(System.out));
        RemoveServers.onEmbeddedServer(new Story(System.out));
        System.out.println();
    }
}
