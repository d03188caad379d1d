// Chooses the screen that PHP asked for and catches what breaks in it.
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Button } from '@wordpress/components';
import Dashboard from './Dashboard';
import Settings from './Settings';
import EmptyState from './parts/EmptyState';
import Screen from './parts/Screen';
import Network from '../src/Modules/Engine/ui/Network';
import { modules } from './modules';
import { site } from './site';

export default function App() {
	return (
		<Fence>
			<CurrentScreen />
		</Fence>
	);
}

function CurrentScreen() {
	if ( site.screen === 'dashboard' ) {
		return <Dashboard />;
	}
	if ( site.screen === 'settings' ) {
		return <Settings />;
	}
	if ( site.screen === 'network' ) {
		return <Network />;
	}
	const module = modules.find( ( { slug } ) => slug === site.screen );
	return module?.Screen ? <module.Screen /> : <Missing />;
}

function Missing() {
	return (
		<Screen title="IGNY8">
			<EmptyState
				title={ __( 'This module is switched off', 'igny8' ) }
				action={
					<Button variant="primary" href={ site.urls.dashboard }>
						{ __( 'Go to the dashboard', 'igny8' ) }
					</Button>
				}
			>
				{ __( 'Its data is kept and comes back with it.', 'igny8' ) }
			</EmptyState>
		</Screen>
	);
}

/**
 * An error in our own code must not leave an empty page.
 */
class Fence extends Component {
	state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	render() {
		if ( ! this.state.hasFailed ) {
			return this.props.children;
		}
		return (
			<Screen title="IGNY8">
				<EmptyState
					title={ __( 'This screen could not be shown', 'igny8' ) }
					action={
						<Button
							variant="primary"
							onClick={ () => window.location.reload() }
						>
							{ __( 'Reload the page', 'igny8' ) }
						</Button>
					}
				>
					{ __(
						'Nothing of your site was changed. If it stays like this, deactivate other plugins one by one to find out which one disturbs it.',
						'igny8'
					) }
				</EmptyState>
			</Screen>
		);
	}
}
