package dev.lifeos.auth.admin;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import jakarta.validation.Valid;
import org.springframework.validation.annotation.Validated;

@DgsComponent
@Validated
class AdminMutations {

  private final Roles roles;
  private final Locking locking;

  AdminMutations(Roles roles, Locking locking) {
    this.roles = roles;
    this.locking = locking;
  }

  @DgsMutation
  AccountPayload grantRole(@InputArgument GrantRoleInput input, Caller caller, Device device) {
    return AccountPayload.of(roles.grant(input.userId(), input.role(), caller, device));
  }

  @DgsMutation
  AccountPayload revokeRole(@InputArgument RevokeRoleInput input, Caller caller, Device device) {
    return AccountPayload.of(roles.revoke(input.userId(), input.role(), caller, device));
  }

  @DgsMutation
  AccountPayload lockAccount(
      @InputArgument @Valid LockAccountInput input, Caller caller, Device device) {
    return AccountPayload.of(locking.lock(input, caller, device));
  }

  @DgsMutation
  AccountPayload unlockAccount(
      @InputArgument UnlockAccountInput input, Caller caller, Device device) {
    return AccountPayload.of(locking.unlock(input.userId(), caller, device));
  }

  @DgsMutation
  AccountPayload endSessions(@InputArgument EndSessionsInput input, Caller caller, Device device) {
    return AccountPayload.of(locking.endSessions(input.userId(), caller, device));
  }
}
