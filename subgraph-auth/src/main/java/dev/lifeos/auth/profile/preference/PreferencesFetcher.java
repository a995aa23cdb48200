package dev.lifeos.auth.profile.preference;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.User;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class PreferencesFetcher {

  private final Preferences preferences;

  PreferencesFetcher(Preferences preferences) {
    this.preferences = preferences;
  }

  @DgsData(parentType = "User", field = "preferences")
  CompletableFuture<UserPreferences> preferences(
      @Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, PreferencesLoader.NAME, user.id());
  }

  @DgsMutation
  UpdatePreferencesPayload updatePreferences(
      @InputArgument UpdatePreferencesInput input, Caller caller) {
    return preferences.update(caller.personId(), input);
  }
}
