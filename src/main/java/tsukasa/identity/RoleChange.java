package tsukasa.identity;

/// How giving or taking a role, closing or reopening an account can end.
public sealed interface RoleChange {
    record Changed(Person person) implements RoleChange {}

    /// It was so already.
    record AsBefore(Person person) implements RoleChange {}

    /// Without an administrator nobody could give roles any more.
    record LastAdministrator() implements RoleChange {}

    record NoSuchPerson() implements RoleChange {}
}
