// The text of llms.txt: made from the pages, or written by the owner.
import {
	Button,
	Notice,
	Spinner,
	TextareaControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import useAction from '../../../../admin/useAction';
import useKept from '../../../../admin/useKept';
import useOperation from '../../../../admin/useOperation';

const NOTHING = { draft: null };

export default function Llms() {
	const { data, error, reload } = useOperation( 'sitemap.llms' );
	const [ { draft }, keep ] = useKept( 'llms.txt', () => NOTHING );
	const setDraft = ( typed ) => keep( { draft: typed } );
	const save = useAction( 'sitemap.save_llms' );
	if ( ! data ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	const text = draft ?? data.text;
	const isDirty = draft !== null && draft !== data.text;
	const store = async ( input ) => {
		if ( await save.run( { text: input } ) ) {
			setDraft( null );
			reload();
		}
	};
	return (
		<Panel
			title={ __( 'Text of llms.txt', 'igny8' ) }
			description={
				<a href={ data.url } target="_blank" rel="noreferrer">
					{ data.url }
				</a>
			}
		>
			{ data.file && (
				<Notice status="warning" isDismissible={ false }>
					{ sprintf(
						/* translators: %s: path of a file. */
						__(
							'There is a real file %s, which web servers deliver instead.',
							'igny8'
						),
						data.file
					) }
				</Notice>
			) }
			<TextareaControl
				className="igny8-robots"
				dir="auto"
				label={ __( 'Text', 'igny8' ) }
				help={
					data.own
						? __(
								'This is your own text. It does not change with your pages.',
								'igny8'
							)
						: __(
								'Made from cornerstone pages, topics and main pages, and again every hour.',
								'igny8'
							)
				}
				rows={ Math.min( 30, text.split( '\n' ).length + 1 ) }
				value={ text }
				onChange={ setDraft }
			/>
			<ErrorNotice error={ save.error } onDismiss={ save.clear } />
			<div className="igny8-buttons">
				<Button
					variant="secondary"
					isBusy={ save.isBusy }
					disabled={ save.isBusy || ! isDirty }
					accessibleWhenDisabled
					onClick={ () => store( text ) }
				>
					{ __( 'Save as my own text', 'igny8' ) }
				</Button>
				{ ( isDirty || data.own ) && (
					<Button
						variant="tertiary"
						disabled={ save.isBusy }
						accessibleWhenDisabled
						onClick={ () =>
							isDirty ? setDraft( null ) : store( '' )
						}
					>
						{ isDirty
							? __( 'Discard', 'igny8' )
							: __( 'Make it from the pages again', 'igny8' ) }
					</Button>
				) }
			</div>
		</Panel>
	);
}
