package tsukasa.identity;

/// How giving or taking a role can end.
public sealed interface RoleChange {
    record Changed(Person person) implements RoleChange {}

    /// The person had the role already, or never had it.
    record AsBefore(Person person) implements RoleChange {}

    /// Without an administrator nobody could give roles any more.
    record LastAdministrator() implements RoleChange {}

    record NoSuchPerson() implements RoleChange {}
}
