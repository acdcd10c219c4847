package org.clubpost.local.sqlite;

import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.FunnelContract;

class SqliteFunnelTest implements FunnelContract {

    @Override
    public Funnel testee() {
        return SampleDatabase.shared().funnel();
    }
}
