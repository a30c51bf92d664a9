package io.github.cloudlb.openstack.pool;

import io.github.cloudlb.core.Caller;
import io.github.cloudlb.core.InvalidInputException;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The members of a pool as they are, and how entries of a batch have to look so that they change nothing else. */
final class MemberSet {
    private static final int PAGE = 1000;

    /** What a batch knows a member by. The service compares text: two spellings of an IPv6 address are two members. */
    record Key(String address, int protocolPort) {}

    private final Map<Key, Member> members = new LinkedHashMap<>();

    static MemberSet of(Caller caller, String poolId) {
        MemberSet set = new MemberSet();
        caller.stream(ListMembers.builder().poolId(poolId).limit(PAGE).build())
                .forEach(member -> set.members.put(key(member), member));
        return set;
    }

    static Key key(Member member) {
        return new Key(member.address(), member.protocolPort());
    }

    static Key key(BatchMember member) {
        return new Key(
                member.address()
                        .orElseThrow(() -> new InvalidInputException("members.address", "", "an IP address is")),
                member.protocolPort()
                        .orElseThrow(() -> new InvalidInputException("members.protocol_port", "", "1 to 65535 is")));
    }

    /** Each once: some services do not survive a member that is named twice. */
    static Map<Key, BatchMember> distinct(Collection<BatchMember> wanted) {
        Map<Key, BatchMember> distinct = new LinkedHashMap<>();
        for (BatchMember member : wanted) {
            BatchMember same = distinct.putIfAbsent(key(member), member);
            InvalidInputException.require(
                    same == null || same.equals(member),
                    "members",
                    member,
                    "each address and port once is; before it was " + same);
        }
        return distinct;
    }

    static ChangedMember outcome(BatchMember member, ChangedMember.Outcome outcome) {
        Key key = key(member);
        return new ChangedMember(key.address(), key.protocolPort(), outcome);
    }

    static ChangedMember removed(Member member) {
        return new ChangedMember(member.address(), member.protocolPort(), ChangedMember.Outcome.REMOVED);
    }

    Collection<Member> all() {
        return members.values();
    }

    Optional<Member> get(Key key) {
        return Optional.ofNullable(members.get(key));
    }

    boolean has(Collection<BatchMember> wanted) {
        return wanted.stream()
                .allMatch(member -> get(key(member))
                        .filter(present -> isAsWanted(member, present))
                        .isPresent());
    }

    @Override
    public String toString() {
        return members.values().toString();
    }

    /** As the service compares ids: what only looks otherwise is the same. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all().forEach(member -> ids.add(member.id()));
        return ids;
    }

    /** A member with all that a batch would set back if it were left out; name, tags and subnet stay by themselves. */
    static BatchMember entry(Member member) {
        return BatchMember.builder()
                .address(member.address())
                .protocolPort(member.protocolPort())
                .weight(member.weight())
                .adminStateUp(member.adminStateUp())
                .backup(member.backup())
                .monitorAddress(member.monitorAddress())
                .monitorPort(member.monitorPort())
                .build();
    }

    /** The call that makes one member of an entry. */
    static CreateMember creation(String poolId, BatchMember member) {
        Key key = key(member);
        return CreateMember.builder()
                .poolId(poolId)
                .address(key.address())
                .protocolPort(key.protocolPort())
                .name(member.name())
                .subnetId(member.subnetId())
                .weight(member.weight())
                .adminStateUp(member.adminStateUp())
                .backup(member.backup())
                .monitorAddress(member.monitorAddress())
                .monitorPort(member.monitorPort())
                .tags(member.tags().orElse(List.of()))
                .build();
    }

    /** The call that changes one member to what an entry names. */
    static UpdateMember changes(String poolId, BatchMember wanted, Member present) {
        return UpdateMember.builder()
                .poolId(poolId)
                .memberId(present.id())
                .name(wanted.name())
                .weight(wanted.weight())
                .adminStateUp(wanted.adminStateUp())
                .backup(wanted.backup())
                .monitorAddress(wanted.monitorAddress())
                .monitorPort(wanted.monitorPort())
                .tags(wanted.tags())
                .build();
    }

    /** No service moves a member to another subnet: it would be as it was, and be sent again and again. */
    static void requireSameSubnet(BatchMember wanted, Member present) {
        InvalidInputException.require(
                isSame(wanted.subnetId(), present.subnetId()),
                "members.subnet_id",
                wanted.subnetId().orElse(""),
                "the member's own, " + present.subnetId().orElse("none") + ", is: it cannot be changed");
    }

    /** What is wanted, and as it is where nothing is wanted. */
    static BatchMember merged(BatchMember wanted, Member present) {
        return BatchMember.builder()
                .from(wanted)
                .weight(wanted.weight().or(present::weight))
                .adminStateUp(wanted.adminStateUp().or(present::adminStateUp))
                .backup(wanted.backup().or(present::backup))
                .monitorAddress(wanted.monitorAddress().or(present::monitorAddress))
                .monitorPort(wanted.monitorPort().or(present::monitorPort))
                .build();
    }

    /** Whether a member is as wanted already: a batch that changes nothing locks the load balancer all the same. */
    static boolean isAsWanted(BatchMember wanted, Member present) {
        return isSame(wanted.name(), present.name())
                && isSame(wanted.weight(), present.weight())
                && isSame(wanted.adminStateUp(), present.adminStateUp())
                && isSame(wanted.backup(), present.backup())
                && isSame(wanted.subnetId(), present.subnetId())
                && isSame(wanted.monitorAddress(), present.monitorAddress())
                && isSame(wanted.monitorPort(), present.monitorPort())
                // The service keeps tags in an order of its own.
                && (wanted.tags().isEmpty()
                        || Set.copyOf(present.tags())
                                .equals(Set.copyOf(wanted.tags().get())));
    }

    private static <T> boolean isSame(Optional<T> wanted, Optional<T> present) {
        return wanted.isEmpty() || wanted.equals(present);
    }
}
